package org.ivrea.freeswitch.conformance;

/// On the test host, whose time the tests decide.
final class TestHostConformanceTest extends ConformanceSuite {
    TestHostConformanceTest() {
        super(new DrivenHost());
    }
}
