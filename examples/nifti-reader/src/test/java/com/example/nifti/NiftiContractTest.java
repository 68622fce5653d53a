package com.example.nifti;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Set;
import spine.api.image.SeriesChoice;
import spine.api.image.StudyReader;
import spine.tck.StudyReaderContract;

class NiftiContractTest extends StudyReaderContract {

    @Override
    protected StudyReader create() {
        return new NiftiStudyReader();
    }

    @Override
    protected Path writeStudy(Path empty) throws IOException {
        double[][] affine = {{-4, 0, 0, 10}, {0, 0, 1, -20}, {0, -1, 0, 30}};
        return new NiftiWriter(new int[] {5, 16, 12}, affine, ByteOrder.LITTLE_ENDIAN).write(empty.resolve("study.nii.gz"));
    }

    @Override
    protected SeriesChoice choice() {
        return new SeriesChoice(Set.of(), true);
    }
}
