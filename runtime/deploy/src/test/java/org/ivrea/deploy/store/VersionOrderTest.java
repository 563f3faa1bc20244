package org.ivrea.deploy.store;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class VersionOrderTest {
    @ParameterizedTest
    @CsvSource({"1.0, 1.1", "1.9, 1.10", "1.0-rc1, 1.0", "1.0-rc.2, 1.0-rc.10", "v1.2, 1.3", "1, 1.0.1", "1.0a, 1.0b",
            "2026-09-30, 2026-11-01", "1.0-alpha, 1.0-beta", "9, 10"})
    void theFirstIsOlder(String older, String newer) {
        assertThat(VersionOrder.isOlder(older, newer)).isTrue();
        assertThat(VersionOrder.isOlder(newer, older)).isFalse();
        assertThat(VersionOrder.newer(older, newer)).isEqualTo(newer);
        assertThat(VersionOrder.newer(newer, older)).isEqualTo(newer);
    }

    @ParameterizedTest
    @CsvSource({"1.0, 1.0", "1.0+build5, 1.0+build9", "1.0, 1.0.0", "deadbeef, cafe0123", "0a1b2c3, 1.0", "autumn, 1.0",
            "'', 1.0"})
    void neitherIsOlder(String one, String other) {
        assertThat(VersionOrder.isOlder(one, other)).isFalse();
        assertThat(VersionOrder.isOlder(other, one)).isFalse();
    }
}
