"""What operates Sixday: policy and voice as data, the machine on the desk, the `sixday` command."""
