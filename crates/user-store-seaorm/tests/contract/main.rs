//! The store on real databases: always SQLite, and PostgreSQL and MariaDB where `USER_TEST_POSTGRES_URL` and
//! `USER_TEST_MARIADB_URL` say where they are.

#[cfg(test)]
mod databases;
#[cfg(test)]
mod store_contract;
