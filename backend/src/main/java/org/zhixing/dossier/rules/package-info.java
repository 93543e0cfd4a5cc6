/** What a kept file is. */
@NullMarked
package org.zhixing.dossier.rules;

import org.jspecify.annotations.NullMarked;
