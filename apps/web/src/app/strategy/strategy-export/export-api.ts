import { HttpClient, HttpErrorResponse } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../../platform/api/api-url';

export const EXPORT_FORMATS = ['pdf', 'docx', 'md'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** A file as the server made and named it. */
export interface ExportedFile {
  name: string;
  content: Blob;
}

/** Versions of the strategy as files. */
@Injectable({ providedIn: 'root' })
export class ExportApi {
  private readonly http = inject(HttpClient);

  async file(n: number, format: ExportFormat): Promise<ExportedFile> {
    const address = apiUrl(`/strategy/versions/${n}/document.${format}`);
    const { body, headers } = await firstValueFrom(
      this.http.get(address, { observe: 'response', responseType: 'blob' }),
    ).catch(async (error: unknown) => {
      throw await legible(error);
    });
    const named = /filename="([^"]+)"/.exec(headers.get('Content-Disposition') ?? '')?.[1];
    return { name: named ?? `strategy-v${n}.${format}`, content: body ?? new Blob() };
  }
}

/** A refusal comes as a file, too, where a file was asked for; what it says is read out of it. */
async function legible(error: unknown): Promise<unknown> {
  if (!(error instanceof HttpErrorResponse) || !(error.error instanceof Blob)) return error;
  try {
    return new HttpErrorResponse({
      error: JSON.parse(await error.error.text()) as unknown,
      status: error.status,
      statusText: error.statusText,
      headers: error.headers,
      url: error.url ?? undefined,
    });
  } catch {
    return error;
  }
}
