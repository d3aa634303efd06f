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
  ErrorSummary,
  NotificationBanner,
  Radios,
  ServiceNavigation,
  SkipLink,
]) {
  createAll(component);
}

for (const region of document.querySelectorAll("[data-progress]")) {
  followProgress(region);
}
