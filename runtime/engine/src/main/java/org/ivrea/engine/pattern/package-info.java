/// Regular expressions that cannot exhaust memory or time.
@NullMarked
package org.ivrea.engine.pattern;

import org.jspecify.annotations.NullMarked;
