//! What members and administrators read.

use axum::Json;
use axum::extract::State;
use user_core::UserManager;
use user_core::domain::Requirement;

use super::Person;
use crate::problem::Problem;
use crate::session::SignedIn;

pub(crate) async fn me(SignedIn(current): SignedIn) -> Json<Person> {
    Json(Person::from(&current.user))
}

/// For administrators: the first hundred users. What a guard asks for is said in the terms of the core.
pub(crate) async fn everybody(
    State(users): State<UserManager>,
    SignedIn(current): SignedIn,
) -> Result<Json<Vec<Person>>, Problem> {
    users.authorize(&Requirement::role("admin"), Some(&current))?;

    let people = users.users(None, 100).await?;

    Ok(Json(people.iter().map(Person::from).collect()))
}
