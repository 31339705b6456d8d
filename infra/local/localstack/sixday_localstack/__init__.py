"""What LocalStack needs to run Sixday without Docker and Java: two published extension points."""
