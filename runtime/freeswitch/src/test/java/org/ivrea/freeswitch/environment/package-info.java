@NullMarked
package org.ivrea.freeswitch.environment;

import org.jspecify.annotations.NullMarked;
