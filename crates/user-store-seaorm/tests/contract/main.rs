//! The store on real databases: always SQLite, and PostgreSQL and MariaDB where `USER_TEST_POSTGRES_URL` and
//! `USER_TEST_MARIADB_URL` say where they are; `PgBouncer` where `USER_TEST_PGBOUNCER_URL` does.

#[cfg(test)]
#[macro_use]
mod databases;
#[cfg(test)]
mod app_rows;
#[cfg(test)]
mod connecting;
#[cfg(test)]
mod departures;
#[cfg(test)]
mod durability;
#[cfg(test)]
mod late_events;
#[cfg(test)]
mod look_ups;
#[cfg(test)]
mod migrations;
#[cfg(test)]
mod names;
#[cfg(test)]
mod newer_rows;
#[cfg(test)]
mod nothing_left;
#[cfg(test)]
mod outcomes;
#[cfg(test)]
mod people;
#[cfg(test)]
mod pictures;
#[cfg(test)]
mod pooler;
#[cfg(test)]
mod store_contract;
#[cfg(test)]
mod throttle;
#[cfg(test)]
mod tls;
