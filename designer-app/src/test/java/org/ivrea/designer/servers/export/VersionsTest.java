package org.ivrea.designer.servers.export;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class VersionsTest {
    @Test
    void theNextOneCountsTheLastNumber() {
        assertThat(Versions.next("1.2.9")).isEqualTo("1.2.10");
        assertThat(Versions.next("2.0-rc1")).isEqualTo("2.0-rc2");
        assertThat(Versions.next("beta")).isEqualTo("beta.1");
    }

    @Test
    void numbersAreOrderedByTheirValue() {
        assertThat(Versions.ORDER.compare("1.10.0", "1.9.0")).isPositive();
        assertThat(Versions.ORDER.compare("1.0", "1.0.1")).isNegative();
        assertThat(Versions.isValid("1.0 beta")).isFalse();
    }
}
