/**
 * The life of providers, as command line, console, web pages and health checks see it: which models are installed and serve
 * ({@link spine.runtime.ModelCatalogue}), which is chosen ({@link spine.runtime.ModelSwitch}), what ran in the shadow
 * ({@link spine.runtime.ShadowRuns}), which studies there are ({@link spine.runtime.StudyFinder}) and which
 * images a result is of ({@link spine.runtime.ScoredImages}), and whether everything that arrived
 * has been admitted ({@link spine.runtime.EngineState}). Within, a provider is tracked and tested ({@code internal.admission}), kept
 * by kind ({@code internal.provider}), chosen ({@code internal.selection}), asked within its time ({@code internal.guard}) and lent to
 * a study ({@code internal.session}).
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package spine.runtime;
