package spine.io.dicom.internal.study;

import java.io.IOException;
import java.nio.file.Path;
import spine.api.image.StudyReader;
import spine.dicom.codec.DecodedImages;
import spine.dicom.codec.NativeDicomCodec;
import spine.tck.StudyReaderContract;

class DicomReaderContractTest extends StudyReaderContract {

    @Override
    protected StudyReader create() {
        return new DicomStudyReader(new NativeDicomCodec(), new DecodedImages(new NativeDicomCodec()));
    }

    @Override
    protected Path writeStudy(Path empty) throws IOException {
        SyntheticSeries.stir(1).write(empty);
        return empty;
    }
}
