#!/bin/bash
# Run once by the PostgreSQL image, on an empty volume: one owner and one database each for the API and for Keycloak, and
# the role that the API connects with, which owns nothing. The two operators by which lists are searched tell nothing of
# rows they pass over: only with a superuser's word for it does their index serve under row-level security.
set -euo pipefail

psql -v ON_ERROR_STOP=1 -U postgres \
  -v zhixing_password="$ZHIXING_PG_PASSWORD" -v api_password="$ZHIXING_PG_API_PASSWORD" \
  -v keycloak_password="$KEYCLOAK_PG_PASSWORD" <<'SQL'
create role zhixing login password :'zhixing_password';
create database zhixing owner zhixing;
create role zhixing_api login password :'api_password';
create role keycloak login password :'keycloak_password';
create database keycloak owner keycloak;
\connect zhixing
alter function pg_catalog.arraycontains(anyarray, anyarray) leakproof;
alter function pg_catalog.arrayoverlap(anyarray, anyarray) leakproof;
SQL
