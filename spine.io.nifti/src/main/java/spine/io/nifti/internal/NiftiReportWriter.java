package spine.io.nifti.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import spine.api.anatomy.StackAnatomy;
import spine.api.image.SliceStack;
import spine.api.report.ReportWriter;
import spine.api.report.ReportWriterService;
import spine.api.report.ScoringResult;

/**
 * Writes NIfTI-1 volumes on one grid for each stack: {@code image-1.nii.gz}, {@code anatomy-1.nii.gz} with the vertebral bodies and discs,
 * and {@code oedema-1.nii.gz} with 1 where there is oedema. A volume of oedema without any 1 says that none was found; for a stack without
 * a named vertebral body, in which oedema is not looked for, there is no such volume. Beside them stand the tables that name the labels,
 * and {@code nifti-slices.csv}.
 */
@Component
@ReportWriterService(format = "nifti")
public final class NiftiReportWriter implements ReportWriter {

    @Override
    public List<Path> write(ScoringResult result, Path folder) throws IOException {
        List<Path> written = new ArrayList<>();
        SlicesTable slices = new SlicesTable();
        for (int i = 0; i < result.study().stacks().size(); i++) {
            SliceStack stack = result.study().stacks().get(i);
            StackAnatomy anatomy = result.anatomy().stacks().get(i);
            VoxelGrid grid = VoxelGrid.of(stack);
            String name = "-" + (i + 1) + ".nii.gz";
            written.add(NiftiFile.image(folder.resolve("image" + name), grid, stack.slices()));
            written.add(NiftiFile.labels(folder.resolve("anatomy" + name), grid, StructureLabels.map(anatomy.structures())));
            if (result.soughtOedema(i)) {
                written.add(NiftiFile.labels(folder.resolve("oedema" + name), grid, result.lesions().get(i).lesion()));
            }
            slices.add(i + 1, stack, grid);
        }
        written.add(Files.writeString(folder.resolve(SlicesTable.FILE), slices.toString()));
        written.addAll(LabelTables.write(StructureLabels.of(result.anatomy().variant()), folder));
        return written;
    }
}
