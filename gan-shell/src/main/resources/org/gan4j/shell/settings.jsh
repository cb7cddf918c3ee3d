/set mode gan4j normal -command
/set truncation gan4j 1000
/set feedback gan4j
