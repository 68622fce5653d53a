package spine.report.internal.cohort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import spine.api.UnusableInputException;
import spine.api.cohort.CohortReport;
import spine.api.cohort.CohortSummary;
import spine.common.file.AtomicFile;
import spine.common.html.HtmlTemplate;
import spine.common.page.PageAsset;
import spine.report.internal.page.PageStyle;
import spine.report.internal.table.DataDictionary;
import spine.report.internal.table.DataPackage;

/** Writes {@code index.html}, which loads nothing but the small pictures in the result folders, and {@code datapackage.json}. */
@Component
public final class PageCohortReport implements CohortReport {
    private static final String PAGE = "index.html";

    private final HtmlTemplate template = new HtmlTemplate(PageCohortReport.class, "cohort");
    private final PageAsset style = PageStyle.with(PageCohortReport.class, "cohort.css");
    private final PageAsset script = PageAsset.of(PageCohortReport.class, "cohort.js");
    private final String version;

    @Activate
    public PageCohortReport(BundleContext context) {
        this(context.getBundle().getVersion().toString());
    }

    PageCohortReport(String version) {
        this.version = version;
    }

    @Override
    public CohortSummary write(Path folder) throws UnusableInputException, IOException {
        CohortStudies.Found found = CohortStudies.of(folder);
        List<CohortStudy> studies = found.studies();
        if (studies.isEmpty()) {
            throw new UnusableInputException(folder + " has no result of a study.");
        }
        List<CohortPage.TableLink> tables = DataDictionary.tables().stream().filter(table -> Files.exists(folder.resolve(table.file())))
                .map(table -> new CohortPage.TableLink(table.file(), table.title())).toList();
        DataPackage.write(folder);
        Path page = folder.resolve(PAGE);
        AtomicFile.write(page, template.render(CohortPage.of(found, tables, version, style, script)));
        return new CohortSummary(page, studies.size(), (int) studies.stream().filter(PageCohortReport::hasTotal).count(), studies.stream()
                .filter(study -> study.state().status().equals(StudyState.UNREADABLE)).map(study -> study.state().reason()).toList(),
                found.others().sentence());
    }

    private static boolean hasTotal(CohortStudy study) {
        return study.summary().stream().flatMap(summary -> summary.indices().stream())
                .anyMatch(index -> index.totals().values().stream().anyMatch(total -> !total.isNaN()));
    }
}
