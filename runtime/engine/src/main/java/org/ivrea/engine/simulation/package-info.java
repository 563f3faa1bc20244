/// Phone calls that happen in memory: the same timing, keys and hang-ups as on a switch, on a virtual or a paced clock.
@NullMarked
package org.ivrea.engine.simulation;

import org.jspecify.annotations.NullMarked;
