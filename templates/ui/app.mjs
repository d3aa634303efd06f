// Makes the pages more comfortable where scripts run; every page works without.
import {
  Button,
  Checkboxes,
  ErrorSummary,
  NotificationBanner,
  Radios,
  ServiceNavigation,
  SkipLink,
  createAll,
} from "govuk-frontend";
import { followProgress } from "./progress.mjs";

for (const component of [
  Button,
  Checkboxes,
  NotificationBanner,
  Radios,
  ServiceNavigation,
  SkipLink,
  // Last, so that it keeps the focus that a message of success may also want.
  ErrorSummary,
]) {
  createAll(component);
}

for (const region of document.querySelectorAll("[data-progress]")) {
  followProgress(region);
}
