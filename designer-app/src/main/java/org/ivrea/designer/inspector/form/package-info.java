/// What editors of fields share: their place in the document, their row, their problems.
@NullMarked
package org.ivrea.designer.inspector.form;

import org.jspecify.annotations.NullMarked;
