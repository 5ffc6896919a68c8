//! The store on real databases: always SQLite, and PostgreSQL and MariaDB where `USER_TEST_POSTGRES_URL` and
//! `USER_TEST_MARIADB_URL` say where they are.

#[cfg(test)]
#[macro_use]
mod databases;
#[cfg(test)]
mod app_rows;
#[cfg(test)]
mod connecting;
#[cfg(test)]
mod durability;
#[cfg(test)]
mod look_ups;
#[cfg(test)]
mod migrations;
#[cfg(test)]
mod outcomes;
#[cfg(test)]
mod people;
#[cfg(test)]
mod pictures;
#[cfg(test)]
mod store_contract;
#[cfg(test)]
mod throttle;
#[cfg(test)]
mod tls;
