/// Turns flow documents into their linked, immutable, runnable form.
@NullMarked
package org.ivrea.engine.compile;

import org.jspecify.annotations.NullMarked;
