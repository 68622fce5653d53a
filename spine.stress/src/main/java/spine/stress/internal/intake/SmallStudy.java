package spine.stress.internal.intake;

import java.nio.file.Path;
import java.util.List;

import spine.stress.internal.study.UidRoot;

/**
 * A few images in the middle of a station.
 *
 * @param root of its UIDs
 * @param uid StudyInstanceUID
 * @param cut which images these are; studies of the same cut differ in nothing but UIDs
 * @param folder of its files
 * @param images SOP instance UIDs, in the order in which they are sent
 */
record SmallStudy(UidRoot root, String uid, int cut, Path folder, List<String> images) {

    Path file(String image) {
        return folder.resolve(image + ".dcm");
    }
}
