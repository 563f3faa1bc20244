/// The projects that a server runs, and how they are exchanged while calls go on.
@NullMarked
package org.ivrea.freeswitch.flows;

import org.jspecify.annotations.NullMarked;
