/// JSON as the flow language uses it: immutable values, a reader that never throws and says where a text is broken,
/// the canonical writer, and positions in the source text.
@NullMarked
package org.ivrea.flow.json;

import org.jspecify.annotations.NullMarked;
