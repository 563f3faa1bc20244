/// The test host, a switch that only exists in memory, driven from tests.
@NullMarked
package org.ivrea.freeswitch.testhost;

import org.jspecify.annotations.NullMarked;
