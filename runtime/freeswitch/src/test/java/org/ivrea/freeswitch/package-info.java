@NullMarked
package org.ivrea.freeswitch;

import org.jspecify.annotations.NullMarked;
