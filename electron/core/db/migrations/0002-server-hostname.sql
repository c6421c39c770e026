-- Each contact looks for a server of the same name; without an index a city's scan reads every row each time.
CREATE INDEX server_hostname ON server(hostname COLLATE NOCASE);
