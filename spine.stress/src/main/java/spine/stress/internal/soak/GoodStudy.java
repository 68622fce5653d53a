package spine.stress.internal.soak;

import java.nio.file.Path;

/** A study without faults: its StudyInstanceUID and its folder. */
record GoodStudy(String uid, Path folder) {
}
