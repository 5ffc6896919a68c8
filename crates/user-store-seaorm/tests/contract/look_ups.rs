//! What every request asks is one statement.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use sea_orm::Database;
use user_core::domain::{EmailAddress, Username};
use user_core::ports::{Changes, SessionChange, Store, UserChange, UserKey};
use user_store_seaorm::{SeaOrmStore, sea_orm};

use crate::databases::Fresh;
use crate::people::{session, user};

on_each_database! {
    a_session_with_its_user_is_one_statement
    a_user_is_one_statement_and_so_is_a_page_of_them
}

/// A second store on the same database, which counts its statements.
async fn counting(url: &str) -> (SeaOrmStore, Arc<AtomicUsize>) {
    let statements = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&statements);
    let mut db = Database::connect(url).await.unwrap();
    db.set_metric_callback(move |_| {
        counted.fetch_add(1, Ordering::Relaxed);
    });
    (SeaOrmStore::from_connection(db), statements)
}

async fn a_session_with_its_user_is_one_statement(fresh: Fresh) {
    let ada = user("ada");
    let visit = session(&ada);
    let both = Changes::none()
        .with(UserChange::Insert(Box::new(ada.clone())))
        .with(SessionChange::Insert(visit.clone()));
    fresh.store.commit(both).await.unwrap();
    let (store, statements) = counting(&fresh.url).await;

    let (found, owner) = store.session(&visit.id).await.unwrap().unwrap();

    assert_eq!(statements.load(Ordering::Relaxed), 1);
    assert_eq!(found, visit);
    assert_eq!((owner.emails, owner.roles), (ada.emails, ada.roles));
}

async fn a_user_is_one_statement_and_so_is_a_page_of_them(fresh: Fresh) {
    let (ada, bob) = (user("ada"), user("bob"));
    for someone in [&ada, &bob] {
        let insert = Changes::none().with(UserChange::Insert(Box::new(someone.clone())));
        fresh.store.commit(insert).await.unwrap();
    }
    let (store, statements) = counting(&fresh.url).await;
    let (name, address) = (Username::parse("ADA").unwrap(), EmailAddress::parse("ada@example.org").unwrap());

    for key in [UserKey::Id(ada.id), UserKey::Username(&name), UserKey::Email(&address)] {
        assert_eq!(store.user(key).await.unwrap().unwrap().id, ada.id);
    }
    let page = store.users(None, 10).await.unwrap();

    assert_eq!(page.iter().map(|user| user.id).collect::<Vec<_>>(), [ada.id, bob.id]);
    assert_eq!(statements.load(Ordering::Relaxed), 4);
}
