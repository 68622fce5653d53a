package spine.io.dcm4che.internal;

import java.io.IOException;
import java.nio.file.Path;
import spine.api.image.StudyReader;
import spine.dicom.codec.DecodedImages;
import spine.io.dicom.internal.study.DicomStudyReader;
import spine.tck.StudyReaderContract;

/** spine's reader, on data sets by dcm4che. */
class Dcm4cheReaderContractTest extends StudyReaderContract {

    @Override
    protected StudyReader create() {
        return new DicomStudyReader(new Dcm4cheCodec(), new DecodedImages(new Dcm4cheCodec()));
    }

    @Override
    protected Path writeStudy(Path empty) throws IOException {
        new SagittalStir(5).write(empty);
        return empty;
    }
}
