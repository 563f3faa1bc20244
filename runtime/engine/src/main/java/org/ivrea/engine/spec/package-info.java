/// What there is to know about the node types, derived from their records: fields, shapes, decoding, schema, reference.
@NullMarked
package org.ivrea.engine.spec;

import org.jspecify.annotations.NullMarked;
