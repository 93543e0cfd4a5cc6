/** What a file's bytes are, and whether they may come in. */
@NullMarked
package org.zhixing.dossier.content;

import org.jspecify.annotations.NullMarked;
