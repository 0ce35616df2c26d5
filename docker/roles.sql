-- The two roles and the database of a Sightline installation, for the person who runs PostgreSQL (16 or newer).
--
--   SIGHTLINE_OWNER_PASSWORD=… SIGHTLINE_APP_PASSWORD=… psql -v ON_ERROR_STOP=1 -U postgres -f docker/roles.sql
--
-- sightline_owner owns the tables and migrates them (DATABASE_OWNER_URL).
-- sightline_app is what Sightline works with (DATABASE_URL). It owns nothing, so it can neither change what must
-- never change nor switch off the triggers that protect it; the migrations grant it what it needs.
-- May be run again: existing roles get the passwords given, an existing database is left as it is.

\getenv owner_password SIGHTLINE_OWNER_PASSWORD
\getenv app_password SIGHTLINE_APP_PASSWORD

SELECT format('CREATE ROLE %I', name)
FROM unnest(ARRAY['sightline_owner', 'sightline_app']) AS name
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name)
\gexec

ALTER ROLE sightline_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD :'owner_password';
ALTER ROLE sightline_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD :'app_password';

SELECT 'CREATE DATABASE sightline OWNER sightline_owner ENCODING ''UTF8'' TEMPLATE template0'
WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'sightline')
\gexec

REVOKE ALL ON DATABASE sightline FROM PUBLIC;
GRANT CONNECT ON DATABASE sightline TO sightline_app;
