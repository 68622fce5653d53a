package spine.api.service;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import spine.api.UnusableInputException;
import spine.api.model.ModelCard;

/** Compares scored studies with their truth, and readers with each other. Safe for use by many threads. */
@ProviderType
public interface StudyEvaluation {

    /**
     * Compares reports with truths; studies are paired by their study instance UID. A truth without a report, a report or
     * mask that cannot be understood, and a report without a truth are in no figure but counted, and listed with the reason.
     *
     * <p>A truth may know only a part of a study, such as outlines of some levels, whether the patient is healthy, or where a lesion was
     * put in; it is then compared in metrics of its own.
     *
     * @param truth a folder below which truths lie: folders with {@code truth.json} (the shape of {@code report.json}, or a partial truth
     *     as the guide for researchers describes it) beside masks as DICOM SEG with the names a report has, or {@code truth.nii.gz}
     * @param predictions a folder below which result folders lie: {@code report.json} beside its masks
     * @param out a folder, made if absent, for {@code evaluation.html} (one page to read), {@code evaluation.json} and
     *     {@code evaluation.csv} (all figures), {@code studies.csv}, {@code units.csv} and {@code images.csv} (what they rest
     *     on), for partial truths also {@code cases.csv}, {@code structures.csv} and {@code lesions.csv}; empty: nothing is written
     * @return the figures as plain text of several lines, ready to print
     * @throws UnusableInputException if there is no truth, a truth cannot be understood, two files speak of one study, or no
     *     study has both a truth and a usable report
     * @throws IOException if a file cannot be read or written
     */
    String evaluate(Path truth, Path predictions, Optional<Path> out) throws UnusableInputException, IOException;

    /**
     * Compares the changes between neighbouring time points of patients with the true ones, and with the smallest detectable change of a
     * model. Truths and reports are paired as {@link #evaluate} does.
     *
     * @param truth a folder below which truths lie, each with {@code readings.csv}, whose columns {@code patient} and {@code timepoint} say
     *     where it belongs, and {@code changes.csv}, whose column {@code change} says of every lesion what became of it, as
     *     {@link PhantomGenerator} writes them
     * @param predictions a folder below which result folders lie
     * @param oedema card of the oedema model that made the reports, with its rule for changes
     * @param out a folder, made if absent, for {@code change.csv} (all figures) and {@code pairs.csv} (what they rest on); empty: nothing
     *     is written
     * @return the figures as plain text of several lines, ready to print
     * @throws UnusableInputException if there is no patient with two time points, a truth cannot be understood, or the card has no rule
     * @throws IOException if a file cannot be read or written
     */
    String evaluateChange(Path truth, Path predictions, ModelCard oedema, Optional<Path> out) throws UnusableInputException, IOException;

    /**
     * Agreement of readers, joined by the name of the patient or study; who is not scored by all is listed and left out.
     *
     * @param tables text files with a header, fields separated by commas, semicolons or tabs, numbers with a point or a comma before the
     *     decimals, as spreadsheets and R write them. Either a table of readers: first the patient or study, then one column of scores
     *     per reader, in which nothing, {@code NA}, a point or a dash stands for none. Or {@code scores.csv} as scoring leaves it: one
     *     reader, named by its folder. Two readers at least in all
     * @param total which total of {@code scores.csv} counts, such as {@code total6}; empty for its first
     * @param out a folder, made if absent, for {@code agreement.html} (one page to read), {@code agreement.csv} (all figures) and
     *     {@code readings.csv} (the scores that were compared); empty: nothing is written
     * @return the figures as plain text of several lines, ready to print
     * @throws UnusableInputException if a file is not such a table; the sentence names the line
     * @throws IOException if a file cannot be read or written
     */
    String agree(List<Path> tables, Optional<String> total, Optional<Path> out) throws UnusableInputException, IOException;

    /** The same by the first total, and nothing is written. */
    default String agree(List<Path> tables) throws UnusableInputException, IOException {
        return agree(tables, Optional.empty(), Optional.empty());
    }
}
