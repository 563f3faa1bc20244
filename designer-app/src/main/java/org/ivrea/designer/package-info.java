/// The designer: people draw call flows, try them and export them.
@NullMarked
package org.ivrea.designer;

import org.jspecify.annotations.NullMarked;
