/// What boxes on the canvas show, without any toolkit: texts, exits, badges and sizes.
@NullMarked
package org.ivrea.designer.presentation;

import org.jspecify.annotations.NullMarked;
