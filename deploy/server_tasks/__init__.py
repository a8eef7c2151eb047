"""What timers do on the server: watch the files, ask for builds, count views."""
