from bench import results


def test_a_section_replaces_the_one_of_its_name_and_leaves_the_others(tmp_path):
    path = tmp_path / "results.md"
    results.write_section("One", "first\n", path)
    results.write_section("Two", "second", path)
    results.write_section("One", "third", path)
    assert path.read_text() == f"{results.TITLE}\n## One\n\nthird\n\n## Two\n\nsecond\n"
