/// The project's recordings by language: what is missing, import, draft voice, playback.
@NullMarked
package org.ivrea.designer.prompts;

import org.jspecify.annotations.NullMarked;
