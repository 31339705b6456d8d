"""The commands of `sixday`: one module each, named as typed, holding `command`.

A command reads its arguments, asks one of the modules above for data, and shows it. Each is
imported when it is called, so that `sixday parse` doesn't pay for AWS.
"""
