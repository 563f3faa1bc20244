/// Runs the call scripts of the sample projects in simulation and on a switch, and compares the traces.
@NullMarked
package org.ivrea.freeswitch.conformance;

import org.jspecify.annotations.NullMarked;
