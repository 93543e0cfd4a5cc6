/** 电子卷宗: files kept with their SHA-256. */
@NullMarked
package org.zhixing.dossier;

import org.jspecify.annotations.NullMarked;
