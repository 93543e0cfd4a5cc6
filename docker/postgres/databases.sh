#!/bin/bash
# Run once by the PostgreSQL image, on an empty volume: one owner and one database each for the API and for Keycloak.
set -euo pipefail

psql -v ON_ERROR_STOP=1 -U postgres \
  -v zhixing_password="$ZHIXING_PG_PASSWORD" -v keycloak_password="$KEYCLOAK_PG_PASSWORD" <<'SQL'
create role zhixing login password :'zhixing_password';
create database zhixing owner zhixing;
create role keycloak login password :'keycloak_password';
create database keycloak owner keycloak;
SQL
