/// Reads and writes flow files in their canonical form.
@NullMarked
package org.ivrea.flow.codec;

import org.jspecify.annotations.NullMarked;
