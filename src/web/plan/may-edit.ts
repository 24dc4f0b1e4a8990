import { useMay } from '../identity/may.ts';

/** Whether the person may change this project, or any at all if none is named; a project without a lead is the team's. */
export function useMayEdit(project?: { leadUnit?: string | undefined }): boolean {
  return useMay('writeProjects', project && (project.leadUnit === undefined ? [] : [project.leadUnit]));
}
