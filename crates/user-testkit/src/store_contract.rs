//! The macro that runs the contract.

/// Runs the whole [contract](crate::contract) against a store: one `#[test]` per sentence.
///
/// Takes the name of a function `async fn() -> Option<(Arc<S>, G)>` that makes a fresh, empty store. `G` is whatever
/// must live as long as the store: a temporary folder, the name of a database to drop, or `()`. It is dropped inside
/// the runtime of the test, after the store. `None` skips the test with a line that says so, for a server that is not
/// at hand; when the environment has `USER_TEST_REQUIRE_ALL`, the test fails instead.
///
/// A store with several back ends runs it once per module:
///
/// ```
/// # use std::sync::Arc;
/// # use user_testkit::MemoryStore;
/// # #[cfg(test)]
/// mod memory {
///     async fn fresh() -> Option<(Arc<MemoryStore>, ())> {
///         Some((Arc::new(MemoryStore::new()), ()))
///     }
///
///     user_testkit::store_contract!(fresh);
/// }
/// ```
#[macro_export]
macro_rules! store_contract {
    ($fresh:expr) => {
        $crate::store_contract! { @sentences ($fresh)
            users {
                a_user_comes_back_exactly
                a_user_is_found_by_id_username_and_any_address
                a_key_is_found_however_it_was_typed
                a_key_matches_nothing_but_itself
                users_without_a_key_do_not_collide
                addresses_are_in_order_of_id
                a_username_in_use_is_taken
                an_address_in_use_is_taken
                of_two_values_in_use_the_first_in_order_is_told
                a_username_can_be_changed_unless_it_is_another_users
                a_username_freed_earlier_in_a_commit_can_be_given_again
                password_status_and_language_can_be_changed
                profile_time_zone_and_picture_can_be_changed
                a_user_is_revised_from_the_revision_named_and_no_other
                an_unchanged_user_is_one_still_at_the_revision_named
                users_are_listed_page_by_page_in_order_of_id
                times_far_away_come_back_exactly
            }
            kept_usernames {
                a_kept_username_is_taken_until_the_token_expires
                a_kept_username_is_its_users_own
            }
            search {
                users_are_found_by_part_of_a_name_or_address
                pictures_in_use_are_told_from_others
            }
            deletion {
                a_pending_user_goes_with_all_that_is_theirs
                what_a_user_had_is_free_when_they_went
                nothing_can_be_added_to_a_user_who_is_gone
                a_user_is_deleted_with_all_that_is_theirs
                a_deletion_is_scheduled_and_called_off
                users_to_delete_are_listed_from_the_moment_on
            }
            emails {
                an_address_can_be_added
                an_address_in_use_cannot_be_added
                an_address_of_nobody_is_gone
                an_address_is_confirmed_once_and_keeps_the_first_moment
                an_unconfirmed_address_is_listed_and_not_taken
                an_address_is_had_by_whoever_confirms_it_first
                registrants_of_an_address_are_told_latest_first
                a_confirmed_address_becomes_primary
                an_address_that_cannot_be_primary_is_refused
                a_primary_address_is_demoted
                an_address_is_deleted_with_its_tokens
                an_address_that_cannot_be_deleted_is_refused
                a_second_primary_address_is_never_accepted
            }
            roles {
                a_role_is_granted_however_often
                a_role_is_revoked_however_often
                a_role_for_nobody_is_gone
            }
            tokens {
                a_token_comes_back_exactly
                tokens_of_a_user_are_told_newest_first
                a_token_for_nobody_is_gone
                a_token_is_claimed_once
                a_token_is_not_claimed_for_another_purpose
                a_token_is_refused_from_the_moment_it_expires
                voiding_spoils_the_unused_tokens_of_one_purpose
                voiding_since_a_moment_spares_older_claims
                voiding_for_an_address_spares_the_other_addresses
                a_token_about_a_change_outlives_the_addresses
                voiding_all_spoils_every_unused_token_of_the_user
                an_address_that_becomes_somebodys_uses_up_the_tokens_of_others_who_list_it
            }
            traces {
                what_others_keep_about_a_deleted_user_goes
                an_address_that_was_only_listed_takes_nothing_along
                of_events_stays_what_was_chosen
            }
            credentials {
                a_credential_comes_back_exactly
                a_credential_of_an_unknown_kind_is_like_any_other
                a_credential_is_found_with_its_user
                a_credential_of_nobody_is_gone
                credentials_of_a_user_are_told_in_order_of_id
                credentials_are_listed_page_by_page_in_order_of_id
                a_credential_is_used_from_the_count_named_and_no_other
                a_credential_is_refused_from_the_moment_it_expires
                a_credential_is_renamed_only_by_its_owner
                a_credential_is_deleted_only_by_its_owner
                credentials_are_deleted_by_kind_and_by_age
                a_secret_is_replaced_unless_it_is_another_one_by_now
                two_decisions_on_the_credentials_of_a_user_do_not_both_hold
            }
            handles {
                a_handle_matches_nothing_but_itself
                a_handle_in_use_is_taken
            }
            challenges {
                a_challenge_comes_back_exactly
                a_challenge_for_a_user_who_is_not_there_is_gone
                a_challenge_is_claimed_once
                a_challenge_is_not_answered_for_another_purpose
                a_challenge_is_answered_in_its_browser_alone
                a_challenge_is_refused_from_the_moment_it_expires
                a_guess_takes_one_try_until_none_is_left
                voiding_spoils_the_unused_challenges_of_a_user
            }
            sessions {
                a_session_comes_back_exactly
                a_session_is_found_with_its_user
                sessions_are_listed_latest_seen_first
                a_session_of_nobody_is_gone
                being_seen_never_goes_back_and_revives_nothing
                a_session_is_renewed_from_the_generation_named_and_no_other
                a_session_ends_once
                a_session_is_ended_only_by_its_owner
                ending_the_others_keeps_this_one
                only_the_sessions_seen_latest_are_kept
                ending_all_ends_all_of_that_user
            }
            proofs {
                proofs_come_back_exactly
                a_proof_moves_forward_and_never_back
                a_session_keeps_eight_factors
            }
            invitations {
                an_invitation_comes_back_exactly
                an_invitation_is_accepted_once
                an_invitation_is_refused_from_the_moment_it_expires
                an_invitation_is_revoked_unless_it_was_answered
                revoking_all_spares_answered_ones_and_other_addresses
                invitations_are_listed_newest_first
                invitations_that_ended_before_the_moment_go
            }
            outbox {
                a_mail_comes_back_exactly
                a_mail_about_nobody_is_gone
                mails_are_listed_by_state_in_order_of_id
                urgent_mails_are_lent_first_then_the_oldest_up_to_the_limit
                a_lent_mail_differs_by_its_lease_only
                a_lease_that_ran_out_is_taken_over
                a_lease_that_nobody_took_over_still_counts
                a_sent_mail_goes
                a_failed_mail_is_due_again
                a_buried_mail_is_a_dead_letter
                a_dead_letter_is_revived
                what_follows_from_a_mail_is_committed_with_it
            }
            events {
                an_event_comes_back_exactly
                events_are_listed_newest_first
                an_event_needs_no_user
                events_are_read_on_from_a_position
                no_position_is_given_twice
                a_cursor_is_moved_from_where_it_stands
                a_cursor_moves_with_its_commit
                a_fresh_store_is_ready_and_empty
            }
            open_names {
                unknown_names_come_back_as_they_went_in
                a_mail_of_an_unknown_kind_is_lent_after_urgent_ones
                a_token_of_an_unknown_purpose_is_like_any_other
                rows_of_unknown_kinds_stop_nothing
            }
            purge {
                sessions_that_expired_before_the_moment_go
                idle_sessions_go_each_kind_at_its_own_moment
                tokens_that_expired_or_were_used_before_the_moment_go
                credentials_that_expired_before_the_moment_go
                challenges_that_expired_before_the_moment_go
                events_recorded_before_the_moment_go
                pending_users_made_before_the_moment_go
                a_purge_takes_up_to_its_limit_of_each_kind
            }
            atomicity {
                a_refused_commit_leaves_no_trace
                a_refusal_in_the_middle_stops_what_follows
                changes_are_made_in_order
            }
            races {
                one_token_is_claimed_by_one_caller
                one_username_is_registered_by_one_caller
                one_address_is_registered_by_one_caller
                one_username_is_changed_to_by_one_user
                a_username_given_up_and_kept_is_nobody_elses
                one_address_is_added_by_one_user
                one_listed_address_is_confirmed_by_one_user
                one_address_is_listed_by_all
                one_revision_is_revised_by_one_caller
                no_revision_is_lost
                an_unchanged_user_is_not_revised_meanwhile
                commits_in_opposite_order_never_fail
                one_count_is_used_by_one_caller
                one_code_signs_one_caller_in
                one_handle_is_had_by_one_credential
                one_credential_is_deleted_on_one_revision
                one_challenge_is_claimed_by_one_caller
                no_more_guesses_get_through_than_there_are_tries
                no_proof_is_lost
                one_generation_is_renewed_by_one_caller
                one_session_is_ended_by_one_caller
                one_invitation_is_accepted_by_one_caller
                the_latest_moment_seen_stays
                one_role_is_granted_by_many
                one_address_becomes_primary
                no_event_is_skipped_by_a_reader
                one_cursor_is_moved_by_one_caller
                no_mail_is_lent_twice
                a_row_is_purged_once
                a_look_up_sees_whole_commits
                an_abandoned_commit_is_whole_or_absent
            }
        }
    };
    (@sentences ($fresh:expr) $($family:ident { $($sentence:ident)* })*) => {
        $($crate::store_contract! { @tests ($fresh) $family $($sentence)* })*
    };
    (@tests ($fresh:expr) $family:ident $($sentence:ident)*) => {
        $(#[test]
        fn $sentence() {
            $crate::contract::run(stringify!($sentence), $fresh, $crate::contract::$family::$sentence);
        })*
    };
}
