/// Node types that do what none should.
@NullMarked
package org.ivrea.freeswitch.nodes;

import org.jspecify.annotations.NullMarked;
