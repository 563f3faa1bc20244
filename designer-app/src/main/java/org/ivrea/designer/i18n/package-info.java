/// Texts for people, from resource bundles.
@NullMarked
package org.ivrea.designer.i18n;

import org.jspecify.annotations.NullMarked;
