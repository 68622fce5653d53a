# Reference values of the statistics, by R and its packages psych, epiR, pROC and Hmisc; where there is no package for it, by the formula.
# Writes ten generated sets (set-NN.csv, masks-NN.csv), and reference.csv with all values:
#
#   Rscript reference.R FOLDER
#
# draws.csv is read from FOLDER: how often each of 12 patients is in each of 400 bootstrap samples.
# Made with R 4.2.2, psych 2.2.9, epiR 2.0.57, pROC 1.18.0, Hmisc 4.8-0 (Debian 12).
Sys.setenv(TZ = "UTC")
suppressPackageStartupMessages({library(psych); library(epiR); library(pROC); library(Hmisc)})
RNGkind("Mersenne-Twister", "Inversion", "Rejection")
folder <- commandArgs(trailingOnly = TRUE)[1]
lines <- c("set,statistic,value")
put <- function(set, name, ...) {
  values <- c(...)
  names <- if (length(values) == 3) paste0(name, c("", ".lower", ".upper")) else name
  stopifnot(length(names) == length(values), all(is.finite(values)))
  lines <<- c(lines, sprintf("%d,%s,%.12g", set, names, values))
}

# ---- the sets ----
sizes <- c(12, 15, 18, 20, 25, 30, 40, 60, 80, 120)
raters <- c(2, 3, 2, 4, 3, 3, 2, 3, 4, 3)
generate <- function(s) {
  set.seed(1000 + s)
  n <- sizes[s]; k <- raters[s]
  truth <- if (s %% 2) round(rgamma(n, 0.8, 0.06)) else rnorm(n, 20, 8)     # SPARCC-like with ties, or continuous
  noise <- c(1, 3, 6, 2, 12)[s %% 5 + 1]
  reading <- function(t, level) { x <- t + level + rnorm(n, 0, noise); if (s %% 2) pmax(0, round(x)) else round(x, 4) }
  levels <- rnorm(k, 0, 2)
  if (s == 6) truth <- rep(20, n)                                            # no agreement at all
  r <- sapply(1:k, function(j) reading(truth, levels[j]))
  later <- truth + rnorm(n, -4, 5)
  f <- sapply(1:2, function(j) reading(later, levels[j]))
  inflamed <- as.integer(truth + rnorm(n, 0, 4) > median(truth))
  scores <- cbind(t1 = round(inflamed + rnorm(n, 0, 1.0), if (s %% 2) 0 else 3), t2 = round(inflamed + rnorm(n, 0, 1.6), 2))
  true <- sample(0:3, n, TRUE, c(6, 3, 2, 1))
  cat <- sapply(1:k, function(j) ifelse(runif(n) < 0.7, true, sample(0:3, n, TRUE)))
  if (s %% 3 == 0) {                                                         # missing cells
    r[cbind(sample(n, 2), sample(k, 2, TRUE))] <- NA
    cat[cbind(sample(n, 4), sample(k, 4, TRUE))] <- NA
  }
  colnames(r) <- paste0("r", 1:k); colnames(f) <- c("f1", "f2"); colnames(cat) <- paste0("c", 1:k)
  data.frame(r, f, inflamed, scores, cat, arm = ifelse(seq_len(n) %% 3 == 0, "b", "a"))
}
generate.masks <- function(s) {
  set.seed(2000 + s)
  grid <- expand.grid(x = 0:11, y = 0:9, z = if (s %% 2) 0:2 else 0)
  blob <- function() { m <- c(runif(1, 4, 7), runif(1, 3, 6), runif(1, 0, 2))
    ((grid$x - m[1]) / runif(1, 2, 4))^2 + ((grid$y - m[2]) / runif(1, 2, 4))^2 + ((grid$z - m[3]) / 2.5)^2 < runif(nrow(grid), 0.7, 1.3) }
  cbind(grid, first = as.integer(blob()), second = as.integer(blob()))
}

# ---- formulas without a package ----
fisher <- function(r, variance) tanh(atanh(r) + c(0, -1, 1) * qnorm(0.975) * sqrt(variance))
counts <- function(ratings, q) t(apply(ratings, 1, function(x) table(factor(x, levels = q))))
linearized <- function(A, W, pe, contribution) {                             # Gwet 2014, chapter 5
  A <- A[rowSums(A) > 0, ]; n <- nrow(A); r <- rowSums(A)
  pairs <- rowSums(A * (A %*% t(W) - 1)); two <- r >= 2
  own <- ifelse(two, pairs / pmax(1, r * (r - 1)), 0)
  pa <- sum(own[two]) / sum(two); coefficient <- (pa - pe) / (1 - pe)
  x <- (n / sum(two)) * (own - pe * two) / (1 - pe) - 2 * (1 - coefficient) * ((A %*% contribution) / r - pe) / (1 - pe)
  half <- qt(0.975, n - 1) * sqrt(sum((x - coefficient)^2) / n / (n - 1))
  c(coefficient, max(-1, coefficient - half), min(1, coefficient + half))
}
shares <- function(A) { A <- A[rowSums(A) > 0, ]; colMeans(A / rowSums(A)) }
fleiss <- function(A, W) { p <- shares(A); linearized(A, W, sum(W * outer(p, p)), as.vector(W %*% p)) }
gwet <- function(A, W) { p <- shares(A); q <- ncol(A); c <- sum(W) / (q * (q - 1)) * (1 - p); linearized(A, W, sum(c * p), c) }
krippendorff <- function(ratings, metric) {                                  # coincidence matrix, Hayes and Krippendorff 2007
  values <- sort(unique(as.vector(ratings[!is.na(ratings)]))); v <- length(values)
  o <- matrix(0, v, v)
  for (i in seq_len(nrow(ratings))) {
    x <- match(na.omit(ratings[i, ]), values); m <- length(x)
    if (m > 1) for (a in 1:m) for (b in 1:m) if (a != b) o[x[a], x[b]] <- o[x[a], x[b]] + 1 / (m - 1)
  }
  nc <- rowSums(o); n <- sum(nc)
  d <- matrix(0, v, v)
  for (a in 1:v) for (b in 1:v) if (a != b) d[a, b] <- switch(metric, nominal = 1, interval = (values[a] - values[b])^2,
    ordinal = (sum(nc[min(a, b):max(a, b)]) - (nc[a] + nc[b]) / 2)^2)
  1 - (n - 1) * sum(o * d) / sum(outer(nc, nc) * d)
}
# psych 2.2.9 takes roww <- rowSums(w * rs) in the variance of a weighted kappa, where Fleiss, Cohen and Everitt have colSums(w * rs);
# so its value is compared, and the interval with the delta method by numerical derivatives.
weighted.kappa <- function(pairs, W, psych) {
  p <- as.matrix(table(factor(pairs$c1, levels = 0:3), factor(pairs$c2, levels = 0:3))) / nrow(pairs)
  f <- function(p) { e <- sum(W * outer(rowSums(p), colSums(p))) / sum(p); (sum(W * p) - e) / (sum(p) - e) }
  g <- p; h <- 1e-5
  for (i in seq_along(p)) { up <- p; up[i] <- up[i] + h; down <- p; down[i] <- down[i] - h; g[i] <- (f(up) - f(down)) / 2 / h }
  half <- qnorm(0.975) * sqrt((sum(p * g^2) - sum(p * g)^2) / nrow(pairs))
  stopifnot(abs(f(p) - psych) < 1e-12)
  c(psych, max(-1, psych - half), min(1, psych + half))
}
wilson <- function(x, n) {                # Hmisc has another formula for one and for all but one
  if (x == 1 || x == n - 1) { z <- qnorm(0.975); p <- x / n
    c(p, (p + z^2 / 2 / n + c(-1, 1) * z * sqrt((p * (1 - p) + z^2 / 4 / n) / n)) / (1 + z^2 / n))
  } else as.vector(binconf(x, n, method = "wilson"))
}
ncp <- function(t, df, scale) sapply(c(0.975, 0.025), function(p)
  uniroot(function(d) pt(t, df, d) - p, t + c(-10, 10), tol = 1e-13, extendInt = "yes")$root) / scale
surface <- function(set, dims) { inside <- array(FALSE, dims + 2); inside[as.matrix(set) + 2] <- TRUE
  edge <- apply(as.matrix(set) + 2, 1, function(p) { flat <- dims[3] == 1
    !all(inside[rbind(p - c(1, 0, 0), p + c(1, 0, 0), p - c(0, 1, 0), p + c(0, 1, 0),
                      if (!flat) p - c(0, 0, 1), if (!flat) p + c(0, 0, 1))]) })
  as.matrix(set)[edge, , drop = FALSE] }
nearest <- function(a, b, mm) apply(a, 1, function(p) sqrt(min(colSums(((t(b) - p) * mm)^2))))

# ---- the values ----
for (s in 1:10) {
  d <- generate(s)
  write.csv(d, sprintf("%s/set-%02d.csv", folder, s), row.names = FALSE, quote = FALSE)
  k <- raters[s]
  r <- as.matrix(d[paste0("r", 1:k)]); whole <- r[complete.cases(r), ]
  icc <- ICC(whole, lmer = FALSE)
  for (i in 1:6) put(s, c("icc11", "icc21", "icc31", "icc1k", "icc2k", "icc3k")[i], icc$results[i, "ICC"],
                     icc$results[i, "lower bound"], icc$results[i, "upper bound"])
  df <- (nrow(whole) - 1) * (k - 1)
  put(s, "sem.consistency", sqrt(icc$stats[3, 3]) * c(1, sqrt(df / qchisq(c(0.975, 0.025), df))))
  put(s, "sem.agreement", sqrt(max(0, icc$stats[3, 2] - icc$stats[3, 3]) / nrow(whole) + icc$stats[3, 3]))

  both <- complete.cases(d$r1, d$r2); x <- d$r1[both]; y <- d$r2[both]; n <- length(x)
  test <- cor.test(x, y)
  put(s, "pearson", test$estimate, test$conf.int)
  rho <- cor(x, y, method = "spearman")
  put(s, "spearman", fisher(rho, (1 + rho^2 / 2) / (n - 3)))
  put(s, "ccc", unlist(epi.ccc(x, y)$rho.c))
  apart <- x - y; m <- mean(apart); sd <- sd(apart)
  put(s, "bias", m, t.test(apart)$conf.int)
  put(s, "sd", sd * c(1, sqrt((n - 1) / qchisq(c(0.975, 0.025), n - 1))))
  t <- qt(0.975, n - 1)
  for (side in c(-1, 1)) {
    name <- if (side < 0) "limit.lower" else "limit.upper"
    put(s, paste0(name, ".1986"), m + side * 1.96 * sd + c(0, -1, 1) * t * sd * sqrt(3 / n))
    put(s, paste0(name, ".1999"), m + side * 1.96 * sd + c(0, -1, 1) * t * sd * sqrt(1 / n + 1.96^2 / 2 / (n - 1)))
    put(s, paste0(name, ".exact"), m + side * 1.96 * sd, sort(m + side * qt(c(0.025, 0.975), n - 1, 1.96 * sqrt(n)) * sd / sqrt(n)))
  }
  fit <- lm(apart ~ I((x + y) / 2))
  put(s, "slope", coef(fit)[2], confint(fit)[2, ]); put(s, "intercept", coef(fit)[1], confint(fit)[1, ])
  put(s, "slope.p", summary(fit)$coefficients[2, 4])
  put(s, "sem.pairs", sd / sqrt(2) * c(1, sqrt((n - 1) / qchisq(c(0.975, 0.025), n - 1))))
  put(s, "sdc.devet", 1.96 * sqrt(2) * sd / sqrt(2))
  changes <- (d$f1 - d$r1) - (d$f2 - d$r2); changes <- changes[!is.na(changes)]
  put(s, "sdc.changes", 1.96 * sd(changes) / (sqrt(2) * sqrt(2)))

  q <- 0:3; c2 <- d[complete.cases(d$c1, d$c2), c("c1", "c2")]
  linear <- 1 - abs(outer(q, q, "-")) / 3; quadratic <- 1 - outer(q, q, "-")^2 / 9
  kappa <- suppressWarnings(cohen.kappa(c2, levels = q)$confid)
  put(s, "kappa", kappa[1, c(2, 1, 3)]); put(s, "kappa.quadratic", weighted.kappa(c2, quadratic, kappa[2, 2]))
  put(s, "kappa.linear", weighted.kappa(c2, linear, suppressWarnings(cohen.kappa(c2, w = linear, levels = q)$confid)[2, 2]))
  ratings <- as.matrix(d[paste0("c", 1:k)]); A <- counts(ratings, q)
  put(s, "fleiss", fleiss(A, diag(4))); put(s, "fleiss.quadratic", fleiss(A, quadratic))
  put(s, "ac1", gwet(A, diag(4))); put(s, "ac2.quadratic", gwet(A, quadratic)); put(s, "ac2.linear", gwet(A, linear))
  for (metric in c("nominal", "ordinal", "interval")) put(s, paste0("alpha.", metric), krippendorff(ratings, metric))
  put(s, "alpha.scores", krippendorff(r, "interval"))

  one <- roc(d$inflamed, d$t1, direction = "<", quiet = TRUE); other <- roc(d$inflamed, d$t2, direction = "<", quiet = TRUE)
  ci <- ci.auc(one, method = "delong"); put(s, "auc", ci[2], ci[1], ci[3])
  test <- roc.test(one, other, method = "delong", paired = TRUE)
  apart <- unname(test$estimate[1] - test$estimate[2])
  put(s, "auc.difference", apart + c(0, -1, 1) * qnorm(0.975) * abs(apart / unname(test$statistic)))
  put(s, "auc.p", test$p.value)
  called <- d$t1 > 0.5; sick <- d$inflamed == 1
  tp <- sum(called & sick); fp <- sum(called & !sick); fn <- sum(!called & sick); tn <- sum(!called & !sick)
  put(s, "sensitivity", wilson(tp, tp + fn)); put(s, "specificity", wilson(tn, tn + fp))
  put(s, "ppv", wilson(tp, tp + fp)); put(s, "npv", wilson(tn, tn + fn)); put(s, "accuracy", wilson(tp + tn, nrow(d)))
  ratio <- function(a, m, b, n) exp(log(a / m / (b / n)) + c(0, -1, 1) * qnorm(0.975) * sqrt(1 / a - 1 / m + 1 / b - 1 / n))
  if (tp > 0 && fp > 0) put(s, "lr.positive", ratio(tp, tp + fn, fp, fp + tn))
  if (fn > 0 && tn > 0) put(s, "lr.negative", ratio(fn, tp + fn, tn, fp + tn))

  full <- complete.cases(d$r1, d$f1); before <- d$r1[full]; change <- d$f1[full] - before; n <- length(change)
  es <- mean(change) / sd(before)
  put(s, "es", es + c(0, -1, 1) * qnorm(0.975) * sqrt(var(change) / n / var(before) + es^2 / 2 / (n - 1)))
  srm <- mean(change) / sd(change)
  put(s, "srm", srm, ncp(srm * sqrt(n), n - 1, sqrt(n)))
  a <- change[d$arm[full] == "a"]; b <- change[d$arm[full] == "b"]
  g <- mean(a) / sd(b)
  put(s, "guyatt", g + c(0, -1, 1) * qnorm(0.975) * sqrt(var(a) / length(a) / var(b) + g^2 / 2 / (length(b) - 1)))
  welch <- t.test(a, b)
  put(s, "welch", diff(rev(unname(welch$estimate))), welch$conf.int); put(s, "welch.p", welch$p.value)
  df <- n - 2; scale <- sqrt(length(a) * length(b) / n)
  cohen <- (mean(a) - mean(b)) / sqrt(((length(a) - 1) * var(a) + (length(b) - 1) * var(b)) / df)
  cohen <- c(cohen, ncp(cohen * scale, df, scale))
  put(s, "cohen.d", cohen); put(s, "hedges.g", cohen * exp(lgamma(df / 2) - lgamma((df - 1) / 2)) / sqrt(df / 2))

  masks <- generate.masks(s)
  write.csv(masks[masks$first + masks$second > 0, ], sprintf("%s/masks-%02d.csv", folder, s), row.names = FALSE, quote = FALSE)
  dims <- c(12, 10, if (s %% 2) 3 else 1); mm <- c(0.7, 0.9, 3.3)
  A <- surface(masks[masks$first == 1, 1:3], dims); B <- surface(masks[masks$second == 1, 1:3], dims)
  there <- nearest(A, B, mm); back <- nearest(B, A, mm)
  put(s, "dice", 2 * sum(masks$first & masks$second) / sum(masks$first + masks$second))
  put(s, "jaccard", sum(masks$first & masks$second) / sum(masks$first | masks$second))
  put(s, "hausdorff", max(there, back)); put(s, "hd95", max(quantile(there, 0.95), quantile(back, 0.95)))
  put(s, "assd", mean(c(there, back)))
}

# ---- bootstrap of the given samples: Pearson's correlation of the first 12 patients of set 8 ----
draws <- as.matrix(read.csv(paste0(folder, "/draws.csv"), header = FALSE))
d <- generate(8)[1:12, ]
statistic <- function(times) cor(rep(d$r1, times), rep(d$r2, times))
value <- statistic(rep(1, 12)); drawn <- apply(draws, 1, statistic)
put(8, "bootstrap.percentile", value, quantile(drawn, c(0.025, 0.975)))
left <- sapply(1:12, function(i) statistic(as.integer(seq_len(12) != i)))
bias <- qnorm(mean(drawn < value) + mean(drawn == value) / 2)
acceleration <- sum((mean(left) - left)^3) / 6 / sum((mean(left) - left)^2)^1.5
z <- bias + qnorm(c(0.025, 0.975))
put(8, "bootstrap.bca", value, quantile(drawn, pnorm(bias + z / (1 - acceleration * z))))

writeLines(lines, paste0(folder, "/reference.csv"))
