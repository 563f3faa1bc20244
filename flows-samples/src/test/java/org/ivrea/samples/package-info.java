/// Runs the call scripts of the sample projects.
@NullMarked
package org.ivrea.samples;

import org.jspecify.annotations.NullMarked;
