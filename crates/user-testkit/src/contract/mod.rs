//! What every store must keep: one public function per sentence, run by [`store_contract!`](crate::store_contract).
//!
//! Each function takes a fresh store and fails by panicking. All of them hold on one back end or on none: what a
//! store in memory answers, SQLite, PostgreSQL and MariaDB answer too.
//!
//! ## Where the port leaves room
//!
//! The doc comments of [`user_core::ports`] say what each change means. Where they are silent, this is decided:
//!
//! - **Look-ups judge nothing.** An expired session, a used token and a disabled user are given as they are.
//! - **Addresses** of a user are in order of id; `users` and `mails` too. Sessions seen at one moment are in order of id,
//!   events of one moment in the reverse order of id (newest first).
//! - **A user who goes** takes along addresses, roles, tokens, credentials, challenges, sessions and queued mails, lent ones
//!   included.
//!   **Events stay**: they are a record, refer to nobody by constraint, and go by purging alone. So do invitations to
//!   their address, and those they sent unless it is by `Delete`.
//! - **An address that goes** takes along the tokens that act on it, whatever their purpose. A token about a change of
//!   addresses acts on none and stays.
//! - **A reference to what is not there** is `Gone`: a session, token, credential, role, address or queued mail for a user
//!   who is not there, so too a challenge that names one, and a token for an address that is not there. An event needs no user, and an invitation
//!   neither an inviter nor who accepted it.
//! - **No such user** is `Stale` for `Revise` and `Unchanged`: whoever decided on that user must look again.
//! - **One insert with two values in use** is refused for the username: the user comes before the addresses. Several
//!   changes are refused for the first in order.
//! - **Setting what is already so** is accepted, also where a database counts changed rather than matched rows.
//! - **`Confirm`** of a confirmed address is accepted and keeps the first moment. It changes no status.
//! - **`MakePrimary`** of an address that is primary is `Gone`, for its user has one. A second primary address by
//!   inserting is a fault of the caller: the commit is refused, with whichever error.
//! - **Times are told.** A change names its moment, and a store judges by no clock of its own.
//! - **Expiry** is half open: at `expires_at` a token, a credential and a challenge are refused; at `leased_until` a lease can be taken over; a purge takes
//!   what lies before the moment, not at it; a mail is due at `due_at`.
//! - **A lease** is lost when another took it over, not by running out. Lending changes no attempts.
//! - **`Bury`** counts its try, as `Retry` does. **`Revive`** sets the attempts to 0 and forgets the last error.
//! - **A purge** counts rows of the seven kinds; what goes along with a user is not counted. Which of too many rows go first
//!   is left open. A pending user with a confirmed address is never purged.
//! - **Two rows with one id** are a fault of the caller (ids are random): any error, untested.
//! - **Times** are whole microseconds. A finer moment is a fault of the caller.
//! - **A look-up of one row** sees it as some commit left it. A user read from several tables may straddle two commits;
//!   a flow that decides on it carries its revision.
//!
//! ## The sentences
//!
//! ### Users
//!
//! - A user with every field filled to its limits comes back as it went in, and so does one with none.
//!   [`users::a_user_comes_back_exactly`]
//! - The three keys find the same whole user, each confirmed address too; a key of nobody finds nobody.
//!   [`users::a_user_is_found_by_id_username_and_any_address`]
//! - Another case, another Unicode form and another spelling of the domain find the same user.
//!   [`users::a_key_is_found_however_it_was_typed`]
//! - Neither patterns nor collations decide: `a_a` is not `aba`, `%` is a character, `é` is not `e`, `ß` is not `ss`.
//!   [`users::a_key_matches_nothing_but_itself`]
//! - Users without username or address are as many as there are: nothing is no key.
//!   [`users::users_without_a_key_do_not_collide`]
//! - A user's addresses are in order of id, whatever order they were added in.
//!   [`users::addresses_are_in_order_of_id`]
//! - A username in use, in any case, refuses an insert as `Taken(Username)`, and the other user is as before.
//!   [`users::a_username_in_use_is_taken`]
//! - An address that a user has confirmed, however typed, refuses an insert that has it confirmed as `Taken(Email)`.
//!   [`users::an_address_in_use_is_taken`]
//! - Of two refusals the first in order is told; within one insert the username comes before the addresses.
//!   [`users::of_two_values_in_use_the_first_in_order_is_told`]
//! - A username can be set, in another case too, but not to another user's, nor of nobody.
//!   [`users::a_username_can_be_changed_unless_it_is_another_users`]
//! - A commit may free a username and give it to another user, in that order.
//!   [`users::a_username_freed_earlier_in_a_commit_can_be_given_again`]
//! - A username that a good token keeps is `Taken(Username)` for other users, and `username_is_kept` finds it, until the
//!   moment at which the token expires.
//!   [`kept_usernames::a_kept_username_is_taken_until_the_token_expires`]
//! - A kept username is free for the user it is kept for; and for others when its token was used, or its user is gone.
//!   [`kept_usernames::a_kept_username_is_its_users_own`]
//! - Password, status and language are set, also to what they already are, and for nobody they are `Gone`. So it is
//!   with `VoidDevices`, which moves the epoch on by one each time. A password is
//!   removed, also where there is none.
//!   [`users::password_status_and_language_can_be_changed`]
//! - Profile, time zone and picture are each set as a whole, however often, and for nobody they are `Gone`.
//!   [`users::profile_time_zone_and_picture_can_be_changed`]
//! - `Revise` moves the revision by one from the one named, and from no other; nothing else moves it.
//!   [`users::a_user_is_revised_from_the_revision_named_and_no_other`]
//! - `Unchanged` accepts the revision named and moves nothing.
//!   [`users::an_unchanged_user_is_one_still_at_the_revision_named`]
//! - Users are listed in order of id, after the one named, each exactly once, page by page.
//!   [`users::users_are_listed_page_by_page_in_order_of_id`]
//! - An account made long ago and one made far ahead keep their times: nothing is cut or wrapped.
//!   [`users::times_far_away_come_back_exactly`]
//!
//! ### What goes with what
//!
//! - A pending user who goes takes along addresses, roles, tokens, credentials, challenges, sessions and queued mails.
//!   Events stay, and so does all that belongs to others. [`deletion::a_pending_user_goes_with_all_that_is_theirs`]
//! - The username and the address of a user who went are free. [`deletion::what_a_user_had_is_free_when_they_went`]
//! - What refers to a user who is gone is refused as `Gone`: a session, a token, a credential, a challenge, a mail, a
//!   role, an address.
//!   [`deletion::nothing_can_be_added_to_a_user_who_is_gone`]
//!
//! ### Addresses
//!
//! - A confirmed address can be added to a user, and is taken from then on. [`emails::an_address_can_be_added`]
//! - An address that somebody has confirmed cannot be added as confirmed: not to another user, not to its own.
//!   [`emails::an_address_in_use_cannot_be_added`]
//! - An address cannot be added to nobody, confirmed or not: `Gone`. [`emails::an_address_of_nobody_is_gone`]
//! - `Confirm` sets the moment once: a second time is accepted and keeps the first moment. Nobody's address is
//!   `Gone`. [`emails::an_address_is_confirmed_once_and_keeps_the_first_moment`]
//! - An address that is not confirmed is listed with its user and taken from nobody: no look-up finds it, and others
//!   may have it or list it, too. [`emails::an_unconfirmed_address_is_listed_and_not_taken`]
//! - `Confirm` gives an address to its user, unless another has it by then: `Taken`. When that one gives it up, it
//!   can be had again. [`emails::an_address_is_had_by_whoever_confirms_it_first`]
//! - Those are told who registered with an address and have not confirmed it, the latest first, up to the limit:
//!   pending users, and nobody else who lists it. [`emails::registrants_of_an_address_are_told_latest_first`]
//! - `MakePrimary` accepts a confirmed address of a user without a primary one.
//!   [`emails::a_confirmed_address_becomes_primary`]
//! - `MakePrimary` refuses an unconfirmed address, one beside a primary one, one that is primary, and nobody's:
//!   `Gone`. [`emails::an_address_that_cannot_be_primary_is_refused`]
//! - `Demote` makes the primary address an ordinary one; one that is not primary, and nobody's, is `Gone`.
//!   [`emails::a_primary_address_is_demoted`]
//! - `Delete` takes an address with its tokens, and no other; it is free from then on.
//!   [`emails::an_address_is_deleted_with_its_tokens`]
//! - `Delete` refuses a primary address, another user's, and nobody's: `Gone`.
//!   [`emails::an_address_that_cannot_be_deleted_is_refused`]
//! - A user cannot come to have two primary addresses by inserts either: such a commit is refused, however.
//!   [`emails::a_second_primary_address_is_never_accepted`]
//!
//! ### Roles
//!
//! - A role granted twice is held once; roles of others are their own. [`roles::a_role_is_granted_however_often`]
//! - A role taken away is gone for that user alone; taking away what is not held is accepted, and so for nobody.
//!   [`roles::a_role_is_revoked_however_often`]
//! - A role cannot be granted to nobody: `Gone`. [`roles::a_role_for_nobody_is_gone`]
//!
//! ### Tokens
//!
//! - A token comes back as it went in, used or not; an id of none finds none. [`tokens::a_token_comes_back_exactly`]
//! - The tokens of a user for one purpose are told newest first, used or not, and no others.
//!   [`tokens::tokens_of_a_user_are_told_newest_first`]
//! - A token for nobody, or for an address that is not there, is refused as `Gone`.
//!   [`tokens::a_token_for_nobody_is_gone`]
//! - A token is claimed once, remembers when, and never again; not even twice in one commit.
//!   [`tokens::a_token_is_claimed_once`]
//! - A token is not claimed for another purpose, and stays usable for its own. A token of nobody is `Gone`.
//!   [`tokens::a_token_is_not_claimed_for_another_purpose`]
//! - A token is refused from the very microsecond it expires, and good in the one before.
//!   [`tokens::a_token_is_refused_from_the_moment_it_expires`]
//! - `Void` spoils the unused tokens of that user and purpose, keeps the moment of used ones, and touches no others.
//!   [`tokens::voiding_spoils_the_unused_tokens_of_one_purpose`]
//! - `VoidSince` spoils the unused tokens of that user and purpose about changes told to an address confirmed at
//!   that moment or later, and no others. [`tokens::voiding_since_a_moment_spares_older_claims`]
//! - `VoidFor` spoils the unused tokens of that purpose for that address, and no other address of the same user.
//!   [`tokens::voiding_for_an_address_spares_the_other_addresses`]
//! - A token about a change of addresses comes back exactly, and stays when both addresses go.
//!   [`tokens::a_token_about_a_change_outlives_the_addresses`]
//! - `VoidAll` spoils every unused token of that user, and no other's. For nobody it is accepted.
//!   [`tokens::voiding_all_spoils_every_unused_token_of_the_user`]
//! - However an address becomes somebody's, the unused tokens that act on the rows of others who list it are used up at
//!   that moment, and no others. [`tokens::an_address_that_becomes_somebodys_uses_up_the_tokens_of_others_who_list_it`]
//!
//! ### Credentials
//!
//! - A credential comes back as it went in, secret and data byte by byte: with every field filled to its
//!   limits, and with none. [`credentials::a_credential_comes_back_exactly`]
//! - A kind that no program knows yet comes back as it went in.
//!   [`credentials::a_credential_of_an_unknown_kind_is_like_any_other`]
//! - A credential is found with its whole user; an expired one too, for the store judges no time. Another
//!   kind or handle finds none. [`credentials::a_credential_is_found_with_its_user`]
//! - A handle is compared byte by byte: another case, an accent, a trailing blank or a zero is another
//!   handle. [`credentials::a_handle_matches_nothing_but_itself`]
//! - A handle in use by another credential of its kind, of whichever user, refuses an insert as
//!   `Taken(Credential)`. Another kind may have it. [`credentials::a_handle_in_use_is_taken`]
//! - A credential of nobody is refused as `Gone`. [`credentials::a_credential_of_nobody_is_gone`]
//! - A user's credentials are told in order of id: those of one kind, or all, and nobody else's.
//!   [`credentials::credentials_of_a_user_are_told_in_order_of_id`]
//! - Everybody's credentials are listed in order of id, after the one named, each exactly once, page by
//!   page. [`credentials::credentials_are_listed_page_by_page_in_order_of_id`]
//! - `Use` moves the count from the one named to the next, and remembers when; from another count, and of
//!   nothing, it is `Gone`. [`credentials::a_credential_is_used_from_the_count_named_and_no_other`]
//! - A credential is refused from the very microsecond it expires, and good in the one before, by the
//!   moment that is named and by no clock of the store's own.
//!   [`credentials::a_credential_is_refused_from_the_moment_it_expires`]
//! - `Rename` sets the label of a credential of that user, also to what it is, and takes it away: another's
//!   is `Gone`. [`credentials::a_credential_is_renamed_only_by_its_owner`]
//! - `Delete` deletes a credential of that user: another's, and one that is gone, is `Gone`.
//!   [`credentials::a_credential_is_deleted_only_by_its_owner`]
//! - `DeleteKind` deletes the credentials of that user and kind, and `DeleteSince` those of that user made
//!   at that moment or later; nothing else, and none to delete is accepted.
//!   [`credentials::credentials_are_deleted_by_kind_and_by_age`]
//! - `Rewrap` replaces the secret that is named, byte by byte, and no other: `Gone`.
//!   [`credentials::a_secret_is_replaced_unless_it_is_another_one_by_now`]
//! - A commit about credentials that carries `Revise` happens whole or not at all: of two that decided on
//!   one revision, the second is `Stale` and leaves both credentials as they were.
//!   [`credentials::two_decisions_on_the_credentials_of_a_user_do_not_both_hold`]
//!
//! ### Challenges
//!
//! - A challenge comes back as it went in, its data byte by byte: for a user or nobody, in a browser or
//!   any, used or not, of a purpose that no program knows yet. An id of none finds none.
//!   [`challenges::a_challenge_comes_back_exactly`]
//! - A challenge for a user who is not there is refused as `Gone`; one for nobody in particular is
//!   accepted. [`challenges::a_challenge_for_a_user_who_is_not_there_is_gone`]
//! - A challenge is claimed once, remembers when, and never again; not even twice in one commit.
//!   [`challenges::a_challenge_is_claimed_once`]
//! - A challenge is neither claimed nor guessed at for another purpose. One that is not there is `Gone`.
//!   [`challenges::a_challenge_is_not_answered_for_another_purpose`]
//! - A challenge that was given to a browser is answered there alone: from another one, or from none, it is
//!   `Gone`. One that was given to none may be answered in any.
//!   [`challenges::a_challenge_is_answered_in_its_browser_alone`]
//! - A challenge is refused from the very microsecond it expires, and good in the one before, by the moment
//!   that is named and by no clock of the store's own.
//!   [`challenges::a_challenge_is_refused_from_the_moment_it_expires`]
//! - `Guess` takes one try and nothing else. Without a try left, a challenge is neither guessed at nor
//!   claimed. [`challenges::a_guess_takes_one_try_until_none_is_left`]
//! - `VoidFor` spoils the unused challenges of that user, those of one purpose or all; it keeps the moment
//!   of used ones, and touches no others. For nobody it is accepted.
//!   [`challenges::voiding_spoils_the_unused_challenges_of_a_user`]
//!
//! ### Sessions
//!
//! - A session comes back as it went in: long descriptions in any script, IPv4, IPv6 and nothing.
//!   [`sessions::a_session_comes_back_exactly`]
//! - A session is found with its whole user; an expired one too, for the store judges no time. An unknown id finds
//!   none. [`sessions::a_session_is_found_with_its_user`]
//! - A user's sessions are listed latest seen first, those seen at one moment by id, and no more than were asked for.
//!   [`sessions::sessions_are_listed_latest_seen_first`]
//! - A session of nobody is refused as `Gone`. [`sessions::a_session_of_nobody_is_gone`]
//! - `Seen` moves the moment forward and never back; an ended session stays ended.
//!   [`sessions::being_seen_never_goes_back_and_revives_nothing`]
//! - `Rotate` moves the generation by one from the one named, and from no other: `Gone`. Ended: `Gone`. `Presented` then
//!   notes the first moment at which the new generation came back, and nothing about any other.
//!   [`sessions::a_session_is_renewed_from_the_generation_named_and_no_other`]
//! - `End` ends one session once; ended already, or never there: `Gone`. [`sessions::a_session_ends_once`]
//! - `EndOwned` ends a session of that user only: another's is `Gone` and goes on.
//!   [`sessions::a_session_is_ended_only_by_its_owner`]
//! - `EndOthers` ends all sessions of the user but the one named, and no other user's; none to end is accepted.
//!   [`sessions::ending_the_others_keeps_this_one`]
//! - `EndAll` ends all sessions of the user and no other's; none to end is accepted.
//!   [`sessions::ending_all_ends_all_of_that_user`]
//!
//! ### Proofs of a session
//!
//! - A session's proofs come back as they went in: none, of factors that no program knows yet, and the
//!   longest there can be. [`proofs::proofs_come_back_exactly`]
//! - `Prove` records the proof and nothing else: the latest of each factor stays. In a session that ended,
//!   or never was, it is `Gone`. [`proofs::a_proof_moves_forward_and_never_back`]
//! - Of more than eight factors, the one that was proven longest ago goes.
//!   [`proofs::a_session_keeps_eight_factors`]
//!
//! ### Invitations
//!
//! - An invitation comes back as it went in, whatever became of it; an id of none finds none.
//!   [`invitations::an_invitation_comes_back_exactly`]
//! - An invitation is accepted once, by whoever came first. One of nobody is `Gone`.
//!   [`invitations::an_invitation_is_accepted_once`]
//! - An invitation is refused from the very microsecond it expires, and good in the one before.
//!   [`invitations::an_invitation_is_refused_from_the_moment_it_expires`]
//! - What was taken back is neither accepted nor taken back again, and what was accepted cannot be taken back.
//!   [`invitations::an_invitation_is_revoked_unless_it_was_answered`]
//! - `RevokeAll` takes back what is unanswered for that address, however typed, `RevokeGiving` what is unanswered of that
//!   inviter and gives roles, and both touch nothing else.
//!   [`invitations::revoking_all_spares_answered_ones_and_other_addresses`]
//! - Invitations are listed newest first, up to the limit: everybody's, or those of one inviter.
//!   [`invitations::invitations_are_listed_newest_first`]
//! - Invitations go that ended before the moment, not at it.
//!   [`invitations::invitations_that_ended_before_the_moment_go`]
//!
//! ### The outbox
//!
//! - A mail comes back as it went in, with all details, none, and every kind. [`outbox::a_mail_comes_back_exactly`]
//! - A mail about nobody is refused as `Gone`; one to a stranger names no user and is accepted.
//!   [`outbox::a_mail_about_nobody_is_gone`]
//! - Mails are listed by state in order of id, up to the limit, lent ones among the waiting.
//!   [`outbox::mails_are_listed_by_state_in_order_of_id`]
//! - Due mails are lent up to the limit: urgent kinds first, then oldest due, equal ones by id; what is not due or
//!   dead is not lent. [`outbox::urgent_mails_are_lent_first_then_the_oldest_up_to_the_limit`]
//! - Lending changes the lease and nothing else: the attempts count only what was tried.
//!   [`outbox::a_lent_mail_differs_by_its_lease_only`]
//! - A lease holds until its very moment, and can be taken over from then on; the first holder has lost it.
//!   [`outbox::a_lease_that_ran_out_is_taken_over`]
//! - A lease that ran out but was taken over by nobody still counts: what was sent was sent.
//!   [`outbox::a_lease_that_nobody_took_over_still_counts`]
//! - `Sent` under the lease deletes the mail; a second time, or without a lease, it is `Gone`.
//!   [`outbox::a_sent_mail_goes`]
//! - `Retry` gives the lease back, counts the attempt, keeps the reason, and the mail is due later; `Postpone`
//!   counts none. [`outbox::a_failed_mail_is_due_again`]
//! - `Bury` makes a dead letter: listed as such, counted as tried, never lent, its lease given back.
//!   [`outbox::a_buried_mail_is_a_dead_letter`]
//! - `Revive` makes a dead letter due again with attempts and reason forgotten; any other mail is `Gone`.
//!   [`outbox::a_dead_letter_is_revived`]
//! - A commit may send one mail and queue another; a lost lease refuses all of it.
//!   [`outbox::what_follows_from_a_mail_is_committed_with_it`]
//!
//! ### Events, and the store as a whole
//!
//! - An event of every kind comes back as it went in: with all that can be told of it, and as little as possible.
//!   [`events::an_event_comes_back_exactly`]
//! - A user's events are listed newest first up to the limit, those of one moment by id, the later one first.
//!   [`events::events_are_listed_newest_first`]
//! - An event of nobody, or of a user who is not there, is recorded: it is a record, not a relation.
//!   [`events::an_event_needs_no_user`]
//! - Events are read on from where a reader stands, in order of position, up to the limit, each of them once.
//!   [`events::events_are_read_on_from_a_position`]
//! - The position of an event that was purged is given to no other one. [`events::no_position_is_given_twice`]
//! - A cursor stands at the start until it is moved, is moved from where it stands and from nowhere else, and is one
//!   of many. [`events::a_cursor_is_moved_from_where_it_stands`]
//! - A refused move of a cursor undoes the commit that it is part of, and so does any other refusal the move.
//!   [`events::a_cursor_moves_with_its_commit`]
//! - A fresh store is ready and empty, and a commit of nothing is accepted.
//!   [`events::a_fresh_store_is_ready_and_empty`]
//!
//! ### Names that a program does not know
//!
//! - A kind of event or mail, or a purpose, that no program knows yet comes back as it went in, whatever its signs.
//!   [`open_names::unknown_names_come_back_as_they_went_in`]
//! - A mail of an unknown kind, or with a link of an unknown purpose, is lent as it went in, after more urgent
//!   ones. [`open_names::a_mail_of_an_unknown_kind_is_lent_after_urgent_ones`]
//! - A token of an unknown purpose is claimed for its purpose alone, is spoiled with all of its user, and goes when
//!   it is over. [`open_names::a_token_of_an_unknown_purpose_is_like_any_other`]
//! - Rows with unknown names keep none of the rows around them from being listed, lent, changed or purged.
//!   [`open_names::rows_of_unknown_kinds_stop_nothing`]
//!
//! ### Purging
//!
//! - Sessions go that expired before the moment, not at it, whether persistent or not.
//!   [`purge::sessions_that_expired_before_the_moment_go`]
//! - Sessions go that were last seen before the moment for their kind: persistent or not.
//!   [`purge::idle_sessions_go_each_kind_at_its_own_moment`]
//! - Tokens go that expired or were used before the moment, not at it.
//!   [`purge::tokens_that_expired_or_were_used_before_the_moment_go`]
//! - Credentials go that expired before the moment, not at it; those that never expire stay.
//!   [`purge::credentials_that_expired_before_the_moment_go`]
//! - Challenges go that expired before the moment, not at it, used or not.
//!   [`purge::challenges_that_expired_before_the_moment_go`]
//! - Events go that were recorded before the moment, not at it, those of nobody too.
//!   [`purge::events_recorded_before_the_moment_go`]
//! - Pending users go that were made before the moment and not signed in to since, with all that is theirs, which is
//!   not counted; users in use, disabled ones and those who proved an address stay.
//!   [`purge::pending_users_made_before_the_moment_go`]
//! - A purge takes up to the limit of each kind and tells how many went; again and again, until nothing is left.
//!   [`purge::a_purge_takes_up_to_its_limit_of_each_kind`]
//!
//! ### Atomicity
//!
//! - Whatever refusal ends a commit, none of the changes before it, of any family, leaves a trace.
//!   [`atomicity::a_refused_commit_leaves_no_trace`]
//! - A refusal in the middle stops what follows as well, and the refusal told is that one.
//!   [`atomicity::a_refusal_in_the_middle_stops_what_follows`]
//! - Each change sees what the ones before it in the same commit did. [`atomicity::changes_are_made_in_order`]
//!
//! ### Races
//!
//! - One token is claimed by exactly one of many, and the effect in the winner's commit is the only one.
//!   [`races::one_token_is_claimed_by_one_caller`]
//! - One username, in any mixture of case, is inserted by exactly one of many; the rest are told `Taken(Username)`.
//!   [`races::one_username_is_registered_by_one_caller`]
//! - One address, in any mixture of case, is inserted as confirmed by exactly one of many; the rest are told
//!   `Taken(Email)`. [`races::one_address_is_registered_by_one_caller`]
//! - One username is changed to by exactly one of many users; the rest are told `Taken(Username)`.
//!   [`races::one_username_is_changed_to_by_one_user`]
//! - A username that its user gives up and keeps is never another user's, however many reach for it in that moment.
//!   [`races::a_username_given_up_and_kept_is_nobody_elses`]
//! - One confirmed address is added by exactly one of many users; the rest are told `Taken(Email)`.
//!   [`races::one_address_is_added_by_one_user`]
//! - One address, listed by many users, is confirmed for exactly one of them; the rest are told `Taken(Email)`.
//!   [`races::one_listed_address_is_confirmed_by_one_user`]
//! - Many may list one address at once, by registering with it: none is refused, and none is preferred.
//!   [`races::one_address_is_listed_by_all`]
//! - One revision is revised by exactly one of many; the rest are told `Stale`.
//!   [`races::one_revision_is_revised_by_one_caller`]
//! - Callers that look, decide and revise until it succeeds all succeed, and each counts once.
//!   [`races::no_revision_is_lost`]
//! - A user who must stay unchanged does: of a `Revise` and many commits that name the same user `Unchanged`, each
//!   `Unchanged` ends either before it or as `Stale`, and none fails.
//!   [`races::an_unchanged_user_is_not_revised_meanwhile`]
//! - Commits that take the same two users in opposite order all end in `Done` or `Stale`: a deadlock is the store's
//!   own affair. [`races::commits_in_opposite_order_never_fail`]
//! - One credential is used from one count by exactly one of a hundred, fifty times over; the rest are told
//!   `Gone`. [`races::one_count_is_used_by_one_caller`]
//! - What follows from using a credential is done by exactly one of many, in the commit that used it.
//!   [`races::one_code_signs_one_caller_in`]
//! - One handle is had by exactly one of many credentials; the rest are told `Taken(Credential)`.
//!   [`races::one_handle_is_had_by_one_credential`]
//! - Of many who each delete another credential of one user and carry `Revise`, exactly one does; the rest
//!   are `Stale`. So nobody loses the last way in by deleting two at once.
//!   [`races::one_credential_is_deleted_on_one_revision`]
//! - One challenge is claimed by exactly one of many; the rest are told `Gone`.
//!   [`races::one_challenge_is_claimed_by_one_caller`]
//! - Of many guesses at once no more get through than there are tries, and all of those do.
//!   [`races::no_more_guesses_get_through_than_there_are_tries`]
//! - Of many proofs given in one session at once, none is lost: the latest of each factor stays.
//!   [`races::no_proof_is_lost`]
//! - One generation of a session is renewed by exactly one of many; the rest are told `Gone`. That the cookie before was
//!   presented at the same moment never marks the new one as presented.
//!   [`races::one_generation_is_renewed_by_one_caller`]
//! - One session is ended by exactly one of many; the rest are told `Gone`.
//!   [`races::one_session_is_ended_by_one_caller`]
//! - One invitation is accepted by exactly one of many; the rest are told `Gone`.
//!   [`races::one_invitation_is_accepted_by_one_caller`]
//! - Of many moments at which a session was seen, the latest stays. [`races::the_latest_moment_seen_stays`]
//! - A role granted by many at once is granted, to every one of them. [`races::one_role_is_granted_by_many`]
//! - Of many confirmed addresses of one user exactly one becomes primary; the rest are told `Gone`.
//!   [`races::one_address_becomes_primary`]
//! - Readers who read on while many commit see every event once, in order of position, and all see the same
//!   order. [`races::no_event_is_skipped_by_a_reader`]
//! - A cursor is moved by exactly one of many who found it at one place; the rest are `Stale`.
//!   [`races::one_cursor_is_moved_by_one_caller`]
//! - No mail is lent to two of many couriers, and none is left behind. [`races::no_mail_is_lent_twice`]
//! - Many who purge at once never fail, and together count each row once. [`races::a_row_is_purged_once`]
//! - A look-up beside commits sees the row of a user before or after each of them, never between two of its
//!   changes. [`races::a_look_up_sees_whole_commits`]
//! - A commit whose caller goes away is made whole or not at all, and the store serves on.
//!   [`races::an_abandoned_commit_is_whole_or_absent`]
//!
//! ### Pictures
//!
//! - Of any ids of pictures, those are told that are the picture of a user, and no others.
//!   [`search::pictures_in_use_are_told_from_others`]
//!
//! ### Deleting and searching
//!
//! - `Delete` deletes the user, whatever the status, with addresses, roles, tokens, credentials, challenges,
//!   sessions, queued mails and the invitations they sent. Events stay, without their details, and so does all that belongs to others. A
//!   second time, and for nobody: `Gone`.
//!   [`deletion::a_user_is_deleted_with_all_that_is_theirs`]
//! - `ScheduleDeletion` sets the moment and takes it away, as often as it is asked; for nobody: `Gone`. A purge
//!   deletes no user because of it.
//!   [`deletion::a_deletion_is_scheduled_and_called_off`]
//! - Users whose deletion is due are listed from the very moment on, in order of id, after the one named, up to
//!   the limit.
//!   [`deletion::users_to_delete_are_listed_from_the_moment_on`]
//! - Users are found by part of their username or of any address, confirmed or not, without regard to the case
//!   of ASCII letters, in order of id, after the one named, up to the limit. No character of the text is a
//!   pattern.
//!   [`search::users_are_found_by_part_of_a_name_or_address`]

pub mod atomicity;
pub mod challenges;
pub mod credentials;
pub mod deletion;
pub mod emails;
pub mod events;
pub mod invitations;
pub mod kept_usernames;
pub mod open_names;
pub mod outbox;
mod probe;
pub mod proofs;
pub mod purge;
pub mod races;
pub mod roles;
mod run;
mod samples;
pub mod search;
pub mod sessions;
pub mod tokens;
pub mod users;

pub use probe::Subject;
pub use run::run;
pub(crate) use run::run_on;
