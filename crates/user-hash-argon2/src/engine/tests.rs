//! Both crates compute the same, whatever they are asked for.

use argon2::{Algorithm, ParamsBuilder, Version};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use super::{Input, NotComputed, memory, rustcrypto, simd};

/// The most memory of one case, in KiB.
const MEMORY_MAX: u32 = 2_048;

#[derive(Clone, Debug)]
struct Case {
    algorithm: Algorithm,
    version: Version,
    memory: u32,
    passes: u32,
    lanes: u32,
    output: usize,
    pepper: Option<Vec<u8>>,
    password: Vec<u8>,
    salt: Vec<u8>,
}

fn bytes(most: usize) -> impl Strategy<Value = Vec<u8>> {
    vec(any::<u8>(), 0..=most)
}

prop_compose! {
    fn a_case()(
        algorithm in prop_oneof![Just(Algorithm::Argon2d), Just(Algorithm::Argon2i), Just(Algorithm::Argon2id)],
        version in prop_oneof![Just(Version::V0x10), Just(Version::V0x13)],
        (lanes, memory) in (1_u32..=16).prop_flat_map(|lanes| (Just(lanes), 8 * lanes..=MEMORY_MAX)),
        passes in 1_u32..=4,
        output in 4_usize..=200,
        (pepper, password, salt) in (option::of(bytes(100)), bytes(300), vec(any::<u8>(), 8..=64)),
    ) -> Case {
        Case { algorithm, version, memory, passes, lanes, output, pepper, password, salt }
    }
}

type Output = Result<Vec<u8>, NotComputed>;

/// Memory of either crate.
type Kept = (memory::Memory, simd::Memory);

fn keeping(blocks: usize) -> Kept {
    (memory::Memory::keeping(blocks), simd::Memory::keeping(blocks))
}

/// What either crate makes of it, in memory that is kept.
fn both(case: &Case, kept: &mut Kept) -> (Output, Output) {
    let mut params = ParamsBuilder::new();
    params.m_cost(case.memory).t_cost(case.passes).p_cost(case.lanes).output_len(case.output);
    let params = params.build().unwrap();
    let input = Input {
        algorithm: case.algorithm,
        version: case.version,
        params: &params,
        pepper: case.pepper.as_deref(),
        password: &case.password,
        salt: &case.salt,
    };
    let (mut one, mut other) = (vec![0; case.output], vec![0; case.output]);
    let first = rustcrypto::compute(&input, &mut one, &mut kept.0).map(|()| one);
    let second = simd::compute(&input, &mut other, &mut kept.1).map(|()| other);
    (first, second)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn both_crates_compute_the_same(cases in vec(a_case(), 1..=3), keeps in 0..=MEMORY_MAX as usize) {
        let mut kept = keeping(keeps);

        for case in cases {
            let (one, other) = both(&case, &mut kept);

            prop_assert!(one.is_ok(), "{case:?}");
            prop_assert_eq!(one, other, "{:?}", case);
        }
    }
}

#[test]
fn both_crates_refuse_the_same() {
    let usual = Case {
        algorithm: Algorithm::Argon2id,
        version: Version::V0x13,
        memory: 64,
        passes: 1,
        lanes: 1,
        output: 32,
        pepper: None,
        password: b"correct horse battery staple".to_vec(),
        salt: vec![7; 16],
    };
    let mut kept = keeping(64);

    for salt in [0, 7, 8] {
        let case = Case { salt: vec![7; salt], ..usual.clone() };
        let (one, other) = both(&case, &mut kept);
        assert_eq!(one.is_ok(), salt == 8);
        assert_eq!(one, other, "a salt of {salt} bytes");
    }
}

#[test]
fn a_secret_key_changes_the_hash_and_an_empty_one_is_none() {
    let case = |pepper: Option<&[u8]>| Case {
        algorithm: Algorithm::Argon2id,
        version: Version::V0x13,
        memory: 64,
        passes: 2,
        lanes: 1,
        output: 32,
        pepper: pepper.map(<[u8]>::to_vec),
        password: b"correct horse battery staple".to_vec(),
        salt: vec![7; 16],
    };
    let hash = |pepper: Option<&[u8]>| {
        let (one, other) = both(&case(pepper), &mut keeping(64));
        assert_eq!(one, other);
        one
    };

    assert_ne!(hash(Some(b"a pepper of this app")), hash(None));
    assert_eq!(hash(Some(b"")), hash(None));
}

#[test]
fn memory_that_is_kept_is_used_again_and_given_back() {
    let mut memory = simd::Memory::keeping(64);
    let params = argon2::Params::new(64, 1, 1, None).unwrap();
    let input = Input {
        algorithm: Algorithm::Argon2id,
        version: Version::V0x13,
        params: &params,
        pepper: None,
        password: b"hunter2",
        salt: b"0123456789abcdef",
    };

    simd::compute(&input, &mut [0; 32], &mut memory).unwrap();
    assert_eq!(memory.kept_blocks(), 64);
    assert!(!memory.is_used(), "the crate wiped it");
    memory.wipe();
    memory.give_back();

    assert_eq!(memory.kept_blocks(), 0);
}
