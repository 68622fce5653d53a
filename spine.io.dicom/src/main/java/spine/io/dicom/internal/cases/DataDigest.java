package spine.io.dicom.internal.cases;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import spine.common.digest.Sha256;
import spine.io.dicom.internal.study.AnnotatedStudy;

/** Names a set of data by what it is, not by where it lies: other studies or other masks give another name. */
final class DataDigest {
    private static final int LENGTH = 12;

    private DataDigest() {
    }

    /** @return 12 hexadecimal digits */
    static String of(List<AnnotatedStudy> studies) throws IOException {
        MessageDigest digest = Sha256.newDigest();
        for (AnnotatedStudy study : studies) {
            digest.update(study.source().studyInstanceUid().getBytes(StandardCharsets.UTF_8));
            for (Path segmentation : study.segmentations()) {
                digest.update(Sha256.newDigest().digest(Files.readAllBytes(segmentation)));
            }
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, LENGTH);
    }
}
